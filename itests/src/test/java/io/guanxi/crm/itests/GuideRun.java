package io.guanxi.crm.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Does what a guide says, example by example in one folder, and compares the answers with those that it shows. */
final class GuideRun {

    /** The last answer of an example is kept beside what it prints. */
    private static final String CURL =
            """
            set -euo pipefail
            curl() { command curl -sS -D "$ANSWER/head" "$@" | tee "$ANSWER/body"; }
            """;

    private final Path guide;
    private final Path folder;
    private final Map<String, String> names;
    private final List<String> failures = new ArrayList<>();

    /** @param names what the examples know to begin with, such as {@code BASE} */
    GuideRun(Path guide, Map<String, String> names) throws IOException {
        this.guide = guide;
        this.folder = Files.createTempDirectory("guide");
        this.names = new HashMap<>(names);
    }

    /** True where this machine has what the examples are written for. */
    static boolean isPossible() throws InterruptedException {
        return works("curl") && works("bash");
    }

    /** What is not as the guide says. */
    List<String> failures(List<GuideExample> examples) throws Exception {
        for (GuideExample example : examples) {
            int before = failures.size();
            String printed = run(example);
            if (failures.size() > before) {
                System.out.println(where(example) + " printed: " + printed);
            }
        }
        return failures;
    }

    private String run(GuideExample example) throws Exception {
        Path answer = Files.createTempDirectory(folder, "answer");
        Path printed = answer.resolve("printed");
        bash(example, answer, printed);
        if (example.answer().isPresent() && Files.exists(answer.resolve("body"))) {
            String head = Files.readString(answer.resolve("head"));
            String body = Files.readString(answer.resolve("body"));
            new ShownAnswer(names)
                    .differences(example.answer().get(), head, body)
                    .forEach(difference -> failures.add(where(example) + difference));
        }
        return Files.readString(printed);
    }

    private void bash(GuideExample example, Path answer, Path printed) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", CURL + example.commands());
        builder.environment().putAll(names);
        builder.environment().put("ANSWER", answer.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            failures.add(where(example) + "it did not come to an end");
        } else if (process.exitValue() != 0) {
            failures.add(where(example) + "it ended with " + process.exitValue());
        }
    }

    private String where(GuideExample example) {
        return guide.getFileName() + ":" + example.line() + ": ";
    }

    private static boolean works(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
