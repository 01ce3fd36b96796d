package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.http.TestResource.Colour;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.search.BestMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Test;

public class ParametersTest {

    @Test
    public void takesBlankForAbsent() {
        assertThat(Params.text("q", null)).isEmpty();
        assertThat(Params.text("q", "  ")).isEmpty();
        assertThat(Params.text("q", " 张 ")).contains("张");
        assertThat(Params.integer("bins", "", 5, 2, 10)).isEqualTo(5);
    }

    @Test
    public void readsValues() {
        assertThat(Params.date("asOf", "2026-03-01")).contains(LocalDate.of(2026, 3, 1));
        assertThat(Params.month("from", "2026-03")).contains(YearMonth.of(2026, 3));
        assertThat(Params.instant("at", "2026-03-01T08:30:00Z")).contains(Instant.parse("2026-03-01T08:30:00Z"));
        assertThat(Params.zone("tz", "Asia/Shanghai")).contains(ZoneId.of("Asia/Shanghai"));
        assertThat(Params.constant("colour", "deep-red", Colour.class)).contains(Colour.DEEP_RED);
        assertThat(Params.currency("currency", "cny")).contains("CNY");
        assertThat(Params.oneOf("sort", null, "name", "-name")).isEqualTo("name");
        assertThat(Params.position("after", "17", 0)).isEqualTo(17);
        assertThat(Params.flag("count", "true", false)).isTrue();
    }

    @Test
    public void sortsOnlyPagesUnasked() {
        List<Field> fields = List.of(
                Field.of("name", FieldType.TEXT, "Name", "名称", new FieldUse(false, true, true, true, false)),
                BestMatch.FIELD);

        assertThat(ListParameters.of("张", "name==a", null)
                        .read("things", fields, "name", Object.class, Clock.systemUTC())
                        .query()
                        .sort()
                        .text())
                .isEqualTo("match");
        ListQuery all = ListParameters.of("张", "name==a", null).everything(fields, Clock.systemUTC());
        assertThat(all.sort()).isEqualTo(SortOrder.BY_ID);
        assertThat(all.text()).contains("张");
        assertThat(all.filter()).isPresent();
    }

    @Test
    public void namesTheParameterThatIsNotAValue() {
        assertThat(field(() -> Params.text("q", "a\u0000b"))).isEqualTo("q");
        assertThat(field(() -> Params.text("q", "x".repeat(2001)))).isEqualTo("q");
        assertThat(field(() -> Params.integer("bins", "11", 5, 2, 10))).isEqualTo("bins");
        assertThat(field(() -> Params.integer("bins", "99999999999", 5, 2, 10))).isEqualTo("bins");
        assertThat(field(() -> Params.date("asOf", "2026-02-30"))).isEqualTo("asOf");
        assertThat(field(() -> Params.month("from", "2026-13"))).isEqualTo("from");
        assertThat(field(() -> Params.zone("tz", "Mars/Olympus'; drop"))).isEqualTo("tz");
        assertThat(field(() -> Params.constant("colour", "DEEP_RED", Colour.class)))
                .isEqualTo("colour");
        assertThat(field(() -> Params.oneOf("sort", "; drop", "name"))).isEqualTo("sort");
        assertThat(field(() -> Params.flag("count", "yes", false))).isEqualTo("count");
        assertThat(field(() -> Params.position("after", "-1", 0))).isEqualTo("after");
        assertThat(field(() -> Paging.of("0", null))).isEqualTo("limit");
        assertThat(field(() -> Ids.inField("customerId", "x"))).isEqualTo("customerId");
    }

    @Test
    public void takesAnImpossibleIdInAPathForAMissingRecord() {
        assertThat(Ids.inPath("42")).isEqualTo(42);
        for (String id : new String[] {"", "0", "-1", "042", "1e3", "9999999999999999999", "１"}) {
            assertThatThrownBy(() -> Ids.inPath(id)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    public void readsVersions() {
        assertThat(ETags.version(" \"7\" ")).isEqualTo(7);
        assertThatThrownBy(() -> ETags.version(null)).isInstanceOf(MissingVersionException.class);
        assertThatThrownBy(() -> ETags.version("*")).isInstanceOf(MissingVersionException.class);
        assertThatThrownBy(() -> ETags.version("W/\"7\"")).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> ETags.version("\"abc\"")).isInstanceOf(StaleVersionException.class);
        assertThat(field(() -> ETags.version("7"))).isEqualTo("If-Match");
        assertThatThrownBy(() -> ETags.require("\"7\"", 8)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    public void answersInOneOfTwoLanguages() {
        assertThat(Language.of("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Language.of("en;q=0.9,zh;q=0.1")).isEqualTo(Locale.ENGLISH);
        assertThat(Language.of("fr,de,zh-TW;q=0.2")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Language.of("zhx")).isEqualTo(Locale.ENGLISH);
        assertThat(Language.of(null)).isEqualTo(Locale.ENGLISH);
        assertThat(Language.of(";;;q=x")).isEqualTo(Locale.ENGLISH);
    }

    private static String field(ThrowingCallable call) {
        return catchThrowableOfType(MalformedRequestException.class, call)
                .errors()
                .get(0)
                .field();
    }
}
