package io.guanxi.crm.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.Test;

public class SchemaHeaderTest {

    @Test
    public void namesModuleAndChangelog() {
        assertThat(SchemaHeader.parse("customer; changelog = db/customer.changelog.xml"))
                .isEqualTo(new SchemaHeader("customer", "db/customer.changelog.xml"));
    }

    @Test
    public void refusesAHeaderWithoutChangelog() {
        assertThatThrownBy(() -> SchemaHeader.parse("customer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Crm-Schema");
    }
}
