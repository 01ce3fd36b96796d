package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedField;
import io.guanxi.crm.platform.security.GuardedType;
import java.util.List;

/**
 * What roles can be given.
 *
 * @param actions all there are, in the order of columns
 */
public record MatrixView(List<Action> actions, List<TypeView> types) {

    /**
     * A record type.
     *
     * @param actions those that are ever asked for
     * @param fields those that a role can be kept from
     */
    public record TypeView(String type, LabelView label, List<Action> actions, List<GuardedView> fields) {

        static TypeView of(GuardedType type) {
            return new TypeView(
                    type.code(),
                    LabelView.of(type.label()),
                    type.actions().stream().sorted().toList(),
                    type.fields().stream().map(GuardedView::of).toList());
        }
    }

    /** A field; the rights to all personal ones of a type can be given at once, as {@code personal}. */
    public record GuardedView(String field, LabelView label, boolean personal) {

        static GuardedView of(GuardedField field) {
            return new GuardedView(field.code(), LabelView.of(field.label()), field.personal());
        }
    }

    static MatrixView of(List<GuardedType> types) {
        return new MatrixView(
                List.of(Action.values()), types.stream().map(TypeView::of).toList());
    }
}
