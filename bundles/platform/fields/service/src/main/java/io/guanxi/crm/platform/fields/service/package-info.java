/** The catalogue of fields: those the modules tell of, and custom ones out of the database. */
@NullMarked
package io.guanxi.crm.platform.fields.service;

import org.jspecify.annotations.NullMarked;
