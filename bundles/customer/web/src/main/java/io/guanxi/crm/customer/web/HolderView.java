package io.guanxi.crm.customer.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Params;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Holder;
import java.util.Optional;

/** A user, a team, or a department with all below it, on the wire. */
public record HolderView(Optional<Holder.Kind> kind, Optional<String> id) {

    static HolderView of(Holder holder) {
        return new HolderView(Optional.of(holder.kind()), Optional.of(Ids.toText(holder.id())));
    }

    Holder toHolder() {
        return new Holder(
                kind.orElseThrow(() -> missing("holder.kind")),
                id.map(text -> Ids.inField("holder.id", text)).orElseThrow(() -> missing("holder.id")));
    }

    /** As it stands in addresses: {@code user-7}. */
    static String segment(Holder holder) {
        return holder.kind().code() + "-" + holder.id();
    }

    static Holder ofSegment(String segment) {
        int dash = segment.indexOf('-');
        if (dash < 0) {
            throw new NotFoundException("unknown-share", "There is no such share.", "没有该共享。");
        }
        return new Holder(
                Params.constant("kind", segment.substring(0, dash), Holder.Kind.class)
                        .orElseThrow(),
                Ids.inPath(segment.substring(dash + 1)));
    }

    private static InvalidValueException missing(String field) {
        return new InvalidValueException(field, "required", "This is needed.", "此项必填。");
    }
}
