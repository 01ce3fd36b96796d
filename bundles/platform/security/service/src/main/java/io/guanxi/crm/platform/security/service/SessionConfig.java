package io.guanxi.crm.platform.security.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "CRM sessions")
@interface SessionConfig {

    @AttributeDefinition(name = "Hours", description = "Hours after which an unused session ends")
    int idleHours() default 12;

    @AttributeDefinition(name = "Longest hours", description = "Hours after which a session ends in any case")
    int longestHours() default 168;
}
