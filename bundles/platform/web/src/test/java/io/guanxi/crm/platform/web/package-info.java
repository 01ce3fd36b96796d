@NullMarked
package io.guanxi.crm.platform.web;

import org.jspecify.annotations.NullMarked;
