package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.User;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.karaf.shell.support.table.ShellTable;

/** Users and ids as the console shows and takes them. */
final class Shown {

    private Shown() {}

    static ShellTable users(List<User> users) {
        ShellTable table = new ShellTable().emptyTableText("no user");
        List.of("Name", "Full name", "Department", "Roles", "").forEach(table::column);
        for (User user : users) {
            table.addRow()
                    .addContent(
                            user.data().name(),
                            user.data().fullName().orElse(""),
                            user.data().department().map(String::valueOf).orElse(""),
                            String.join(", ", new TreeSet<>(user.data().roles())),
                            user.data().enabled() ? "" : "disabled");
        }
        return table;
    }

    /** Empty for none; what is no number is no department either. */
    static Optional<Long> id(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0L);
    }
}
