/** Interactions over HTTP: translation between the wire and the contact log, nothing else. */
@NullMarked
package io.guanxi.crm.contact.web;

import org.jspecify.annotations.NullMarked;
