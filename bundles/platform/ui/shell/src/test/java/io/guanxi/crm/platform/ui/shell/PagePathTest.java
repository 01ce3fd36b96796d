package io.guanxi.crm.platform.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class PagePathTest {

    @Test
    public void leadsEveryPageOfTheApplicationToTheIndex() {
        assertThat(List.of("", "/", "/customers", "/customers/42", "/rfm", "/apiary", "/uist"))
                .allSatisfy(path -> assertThat(PagePath.of(path)).isEqualTo(new PagePath.Page()));
    }

    @Test
    public void leavesTheAddressesOfOthersAlone() {
        assertThat(List.of("/api", "/api/", "/api/none/v1/x", "/docs", "/docs/x.js", "/health", "/ui"))
                .allSatisfy(path -> assertThat(PagePath.of(path)).isEqualTo(new PagePath.Nothing()));
    }

    @Test
    public void findsFilesOfTheShellAndOfModules() {
        assertThat(PagePath.of("/ui/lib/vue.js")).isEqualTo(new PagePath.File(Optional.empty(), "lib/vue.js"));
        assertThat(PagePath.of("/ui/m/customer/index.js"))
                .isEqualTo(new PagePath.File(Optional.of("customer"), "index.js"));
        assertThat(PagePath.of("/ui/modules.json")).isEqualTo(new PagePath.ModuleList());
    }

    @Test
    public void keepsHashedFilesForever() {
        assertThat(new PagePath.File(Optional.of("customer"), "c/list-D3adB33f.js").immutable())
                .isTrue();
        assertThat(new PagePath.File(Optional.of("customer"), "index.js").immutable())
                .isFalse();
    }

    @Test
    public void staysInsideTheWebFolder() {
        assertThat(List.of(
                        "/ui/../META-INF/MANIFEST.MF",
                        "/ui/m/customer/../../secret.txt",
                        "/ui/m/../shell/app.js",
                        "/ui/..",
                        "/ui/.hidden",
                        "/ui/c/",
                        "/ui//etc/passwd",
                        "/ui/a\\..\\b.js",
                        "/ui/%2e%2e/x.js",
                        "/ui/m/customer",
                        "/ui/m/CUSTOMER/index.js",
                        "/ui/x\u0000.js"))
                .allSatisfy(path -> assertThat(PagePath.of(path)).isEqualTo(new PagePath.Nothing()));
    }
}
