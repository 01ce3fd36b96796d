/** An OA beside the CRM: an inbox of announcements. */
@NullMarked
package com.example.oa;

import org.jspecify.annotations.NullMarked;
