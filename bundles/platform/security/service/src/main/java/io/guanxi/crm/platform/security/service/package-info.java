/** Users and sessions in the database, the JAAS realm, and who may do what. */
@NullMarked
package io.guanxi.crm.platform.security.service;

import org.jspecify.annotations.NullMarked;
