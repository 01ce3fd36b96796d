package io.guanxi.crm.platform.http.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Takes the limits of JSON bodies from the configuration; a change takes effect with the next request. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.guanxi.crm.http")
@Designate(ocd = HttpSettings.Config.class)
public class HttpSettings {

    /** The limits as they are configured. */
    @ObjectClassDefinition(name = "Guanxi CRM JSON")
    public @interface Config {

        @AttributeDefinition(name = "Longest body", description = "Bytes, else 413")
        int bodyMaxBytes() default 1 << 20;

        @AttributeDefinition(name = "Deepest nesting", description = "Levels of objects and lists, else 400")
        int nestingMax() default 64;

        @AttributeDefinition(name = "Longest number", description = "Digits, else 400")
        int numberMaxDigits() default 100;

        @AttributeDefinition(
                name = "Longest text",
                description = "Characters, else 400; each field has its own limit too")
        int textMaxLength() default 1 << 20;

        @AttributeDefinition(name = "Longest name", description = "Characters of a field's name, else 400")
        int nameMaxLength() default 256;

        @AttributeDefinition(name = "Most parts", description = "Names, values and brackets of a document, else 400")
        int tokensMax() default 200_000;
    }

    @Activate
    public HttpSettings(Config config) {
        change(config);
    }

    @Modified
    final void change(Config config) {
        JsonLimits.use(new JsonLimits(
                config.bodyMaxBytes(),
                config.nestingMax(),
                config.numberMaxDigits(),
                config.textMaxLength(),
                config.nameMaxLength(),
                config.tokensMax()));
    }

    @Deactivate
    public void close() {
        JsonLimits.useUsual();
    }
}
