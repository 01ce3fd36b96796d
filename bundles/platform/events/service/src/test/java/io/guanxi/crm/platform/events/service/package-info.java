@NullMarked
package io.guanxi.crm.platform.events.service;

import org.jspecify.annotations.NullMarked;
