package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.fields.Field;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Which records are meant. Made of text by {@link #parse}; has nothing left of the text, of the clock or of any zone. */
public sealed interface Filter {

    /** Longest text, in UTF-16 units. */
    int MAX_LENGTH = 4000;
    /** How deep groups may lie in each other. */
    int MAX_DEPTH = 10;
    /** Most comparisons, {@code and}s and {@code or}s together. */
    int MAX_NODES = 100;

    /** All of the parts. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One of the parts at least. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** One field compared with values; their number and kind suit the operator and the field. */
    record Comparison(Field field, Operator operator, List<Operand> operands) implements Filter {
        public Comparison {
            operands = List.copyOf(operands);
        }
    }

    /**
     * Understands RSQL such as {@code stage==customer;createdAt=within=P90D}.
     *
     * @param fields what may be named, as far as it is filterable
     * @param clock tells what now is, and {@code zone} when its days begin
     * @throws InvalidFilterException saying in which column the mistake is
     */
    static Filter parse(String text, List<Field> fields, Clock clock, ZoneId zone) {
        return new FilterParser(text, fields, new Moments(clock, zone)).parse();
    }

    /** Both this and the other one. */
    default Filter and(Filter other) {
        List<Filter> parts = new ArrayList<>();
        parts.addAll(this instanceof And and ? and.parts() : List.of(this));
        parts.addAll(other instanceof And and ? and.parts() : List.of(other));
        return new And(parts);
    }
}
