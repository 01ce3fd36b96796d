package io.guanxi.crm.platform.security.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "CRM sign-in")
@interface SignInConfig {

    @AttributeDefinition(name = "Realms", description = "JAAS realms in the order in which they are asked; crm is ours")
    String realms() default CrmRealm.NAME;

    @AttributeDefinition(name = "Roles", description = "Group of another realm = code of a role, with commas between")
    String roles() default "";

    @AttributeDefinition(
            name = "Default roles",
            description = "Codes of roles for whom no group of the realm gives one")
    String defaultRoles() default "";

    @AttributeDefinition(name = "Departments", description = "Group = #id, or names from the top such as Sales/East")
    String departments() default "";

    @AttributeDefinition(
            name = "Create users",
            description = "Whom another realm knows gets an account at first sign-in")
    boolean createUsers() default true;

    @AttributeDefinition(
            name = "Adopt",
            description =
                    "Accounts and departments made here are taken over by the realm or provider that has the same name")
    boolean adopt() default false;
}
