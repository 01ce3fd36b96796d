package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A column that a file may have.
 *
 * @param code name on the wire, accepted as header
 * @param label names in both languages, accepted as header too
 * @param required a file without this column is refused
 * @param synonyms other names that people give it, by which a mapping is guessed
 */
public record ImportColumn(String code, Text label, boolean required, List<String> synonyms) {

    public ImportColumn {
        synonyms = List.copyOf(synonyms);
    }

    public ImportColumn(String code, Text label, boolean required) {
        this(code, label, required, List.of());
    }

    /** A header as it is compared with codes and labels: case, width, spaces, hyphens and underscores make no difference. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s_\\-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The same column, known under these names as well. */
    public ImportColumn or(String... names) {
        return new ImportColumn(code, label, required, List.of(names));
    }
}
