@NullMarked
package io.guanxi.crm.platform.security.service;

import org.jspecify.annotations.NullMarked;
