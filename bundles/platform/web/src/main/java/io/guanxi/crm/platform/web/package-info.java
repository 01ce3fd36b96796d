/** The platform's own REST resources, the description of all of them, and the health page. */
@NullMarked
package io.guanxi.crm.platform.web;

import org.jspecify.annotations.NullMarked;
