package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Public data sets that lie beside the project, in {@code ../shared/data}, where somebody has put them. */
final class RealData {

    private static final String FOLDER = "shared/data";

    private RealData() {}

    /** The file; where it is missing the test is passed over with a message, on a build server it fails. */
    static Path file(String name) {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        Optional<Path> file = Stream.iterate(Optional.of(start), Optional::isPresent, dir -> dir.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(dir -> dir.resolve(FOLDER).resolve(name))
                .filter(Files::exists)
                .findFirst();
        String message = FOLDER + "/" + name + " is in no folder above " + start;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as(message).isPresent();
        }
        assumeTrue(message, file.isPresent());
        return file.orElseThrow();
    }
}
