package io.guanxi.crm.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Test;

public class PersonalFileTest {

    private static final Subject WEI = new Subject("person", 5);

    private final PersonalFile file = file();

    private static PersonalFile file() {
        List<PersonalValue> values = new ArrayList<>();
        new NoPersonalData().export(WEI, values::add);
        return new PersonalFile(PersonalDocument.of(WEI, Platform.AT, values), Locale.CHINA);
    }

    @Test
    public void aTableHasNoLiveFormulas() throws IOException {
        assertThat(text(file.bytes("csv"))).contains("部分,记录类型").contains("联系人,person,5,name,姓名,'=1+1");
    }

    @Test
    public void jsonHasTheValueAsItIs() throws IOException {
        assertThat(text(file.bytes("json")))
                .startsWith("{\"subject\":{\"type\":\"person\",\"id\":\"5\"},\"exportedAt\":\"2026-03-01T08:30:00Z\"")
                .contains("\"value\":\"=1+1\"");
    }

    @Test
    public void anArchiveHoldsBoth() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes("zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("personal-data.json", "personal-data.csv");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
