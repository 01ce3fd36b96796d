package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.Text;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that access rules speak of.
 *
 * @param code what is given to {@link Access#require}, such as {@code customer}
 * @param label what people call it
 * @param actions those that are ever asked for
 * @param fields those that roles can be kept from
 */
public record GuardedType(String code, Text label, Set<Action> actions, List<GuardedField> fields) {

    public GuardedType {
        actions = actions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(actions));
        fields = List.copyOf(fields);
    }

    /** Without fields that roles can be kept from. */
    public GuardedType(String code, Text label, Set<Action> actions) {
        this(code, label, actions, List.of());
    }

    /** For a type of which these actions are asked for. */
    public static GuardedType of(String code, String en, String zh, Action... actions) {
        return new GuardedType(code, new Text(en, zh), Set.of(actions));
    }

    /** For a type of records: everything but {@link Action#CONFIGURE} is asked for. */
    public static GuardedType ofRecords(String code, Text label) {
        return new GuardedType(code, label, EnumSet.complementOf(EnumSet.of(Action.CONFIGURE)));
    }

    /** The same type with these fields. */
    public GuardedType with(List<GuardedField> newFields) {
        return new GuardedType(code, label, actions, newFields);
    }
}
