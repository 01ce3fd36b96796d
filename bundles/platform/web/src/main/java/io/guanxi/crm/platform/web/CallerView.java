package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Caller;
import java.util.List;

/** Who is signed in. */
public record CallerView(String name, List<String> roles) {

    static CallerView of(Caller caller) {
        return new CallerView(caller.name(), caller.roles().stream().sorted().toList());
    }
}
