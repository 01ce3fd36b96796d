package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of a program that prints how far it is, killed on the way, as by kill -9. */
final class KilledProgram {

    private KilledProgram() {}

    /** How far it was when it was killed, at least that far. */
    static long behind(long records, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long done = 0;
        try (BufferedReader told = process.inputReader()) {
            for (String line = told.readLine(); line != null && done < records; line = told.readLine()) {
                done = Long.parseLong(line);
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(done).isGreaterThanOrEqualTo(records);
        return done;
    }
}
