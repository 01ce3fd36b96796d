/** The outbox, the feed made of it, and its delivery. */
@NullMarked
package io.guanxi.crm.platform.events.service;

import org.jspecify.annotations.NullMarked;
