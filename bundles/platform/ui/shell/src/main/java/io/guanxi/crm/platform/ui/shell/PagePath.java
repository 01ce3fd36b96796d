package io.guanxi.crm.platform.ui.shell;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a path below {@code /crm} asks for. */
sealed interface PagePath {

    /** A built file of the shell, or of a module; {@code path} is relative to the bundle's {@code web/} folder. */
    record File(Optional<String> module, String path) implements PagePath {

        /** Files whose names carry a hash of their content never change. */
        boolean immutable() {
            return path.startsWith("c/");
        }
    }

    /** The list of modules. */
    record ModuleList() implements PagePath {}

    /** Any page of the application: the shell's index, whose router knows the rest. */
    record Page() implements PagePath {}

    /** Nothing of ours. */
    record Nothing() implements PagePath {}

    // No segment begins with a dot: neither ".." nor hidden files get through, whatever a container decodes.
    Pattern SAFE_FILE = Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    Pattern MODULE = Pattern.compile("[a-z0-9-]+");
    Pattern OTHERS = Pattern.compile("/(?:api|docs|health|ui)(?:/.*)?");

    static PagePath of(String path) {
        if (path.equals("/ui/modules.json")) {
            return new ModuleList();
        }
        if (path.startsWith("/ui/m/")) {
            return ofModule(path.substring("/ui/m/".length()));
        }
        if (path.startsWith("/ui/")) {
            return file(Optional.empty(), path.substring("/ui/".length()));
        }
        return OTHERS.matcher(path).matches() ? new Nothing() : new Page();
    }

    private static PagePath ofModule(String rest) {
        int slash = rest.indexOf('/');
        if (slash < 0 || !MODULE.matcher(rest.substring(0, slash)).matches()) {
            return new Nothing();
        }
        return file(Optional.of(rest.substring(0, slash)), rest.substring(slash + 1));
    }

    private static PagePath file(Optional<String> module, String path) {
        return SAFE_FILE.matcher(path).matches() ? new File(module, path) : new Nothing();
    }
}
