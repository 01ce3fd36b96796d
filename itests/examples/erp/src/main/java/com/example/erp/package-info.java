/** An ERP beside the CRM: its sales become orders, the customers become its partners. */
@NullMarked
package com.example.erp;

import org.jspecify.annotations.NullMarked;
