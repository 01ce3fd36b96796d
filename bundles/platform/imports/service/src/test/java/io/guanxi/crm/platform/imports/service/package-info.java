@NullMarked
package io.guanxi.crm.platform.imports.service;

import org.jspecify.annotations.NullMarked;
