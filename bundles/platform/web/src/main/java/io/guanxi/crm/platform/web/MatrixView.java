package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Action;
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
     */
    public record TypeView(String type, LabelView label, List<Action> actions) {

        static TypeView of(GuardedType type) {
            return new TypeView(
                    type.code(),
                    LabelView.of(type.label()),
                    type.actions().stream().sorted().toList());
        }
    }

    static MatrixView of(List<GuardedType> types) {
        return new MatrixView(
                List.of(Action.values()), types.stream().map(TypeView::of).toList());
    }
}
