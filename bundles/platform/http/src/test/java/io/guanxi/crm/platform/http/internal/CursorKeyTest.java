package io.guanxi.crm.platform.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CursorKeyTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void isMadeOnceForItsOwnerOnly() throws IOException {
        Path file = folder.getRoot().toPath().resolve("data/cursor.key");

        byte[] made = CursorKey.stored(file);

        assertThat(made).hasSize(32);
        assertThat(CursorKey.stored(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.getRoot().toPath().resolve("data").toFile().list()).containsExactly("cursor.key");
    }

    @Test
    public void refusesAFileThatIsNoKey() throws IOException {
        Path file = folder.getRoot().toPath().resolve("cursor.key");
        Files.write(file, new byte[3]);

        assertThatThrownBy(() -> CursorKey.stored(file)).isInstanceOf(IOException.class);
    }
}
