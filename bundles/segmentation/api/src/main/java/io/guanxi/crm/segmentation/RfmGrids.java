package io.guanxi.crm.segmentation;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The named grids. */
@ProviderType
public interface RfmGrids {

    /** By name. */
    List<RfmGrid> list();

    /** @throws UnknownGridException if no grid has this name */
    RfmGrid get(String name);

    /**
     * Keeps a new grid.
     *
     * @param name 1 to 80 letters, digits, blanks, dots, hyphens or underscores, the first a letter or digit
     * @param bins 2 to 9
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming each value that breaks a rule
     * @throws io.guanxi.crm.platform.problem.ConflictException where the name is taken
     */
    RfmGrid create(String name, int bins, Optional<Currency> currency);
}
