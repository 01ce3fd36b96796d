@NullMarked
package io.guanxi.crm.platform.jobs.service;

import org.jspecify.annotations.NullMarked;
