@NullMarked
package io.guanxi.crm.platform.privacy.service;

import org.jspecify.annotations.NullMarked;
