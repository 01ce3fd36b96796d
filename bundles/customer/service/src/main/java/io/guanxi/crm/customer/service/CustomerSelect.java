package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.search.BestMatch;
import io.guanxi.crm.platform.search.SearchText;
import io.guanxi.crm.platform.security.FieldRights;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** FROM and the fixed part of WHERE of a list of customers, the customer's table being {@code C}. */
final class CustomerSelect {

    private static final String TABLE = " FROM CRM_CUSTOMER_CUSTOMER C";
    private static final String BY_ID = " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_CUSTOMER_PK\n";
    private static final Map<String, String> INDEXES = Map.of(
            "name", "CRM_CUSTOMER_NAME_IX",
            "-name", "CRM_CUSTOMER_NAME_DOWN_IX",
            "code", "CRM_CUSTOMER_CODE_IX",
            "-code", "CRM_CUSTOMER_CODE_DOWN_IX",
            "createdAt", "CRM_CUSTOMER_OLD_IX",
            "-createdAt", "CRM_CUSTOMER_NEW_IX",
            "updatedAt", "CRM_CUSTOMER_UNCHANGED_IX",
            "-updatedAt", "CRM_CUSTOMER_CHANGED_IX");

    private final Jdbc jdbc;
    private final FieldRights rights;

    /** @param rights of the caller: what is hidden from them finds nothing */
    CustomerSelect(Jdbc jdbc, FieldRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** For a page in the query's order. */
    Sql page(CustomerQuery query) {
        return from(query, index(query));
    }

    /** Like {@link #page}, with nobody but the best matches: where they fill the page, it is the same. */
    Optional<Sql> best(CustomerQuery query) {
        return text(query)
                .flatMap(text -> CustomerTerms.CUSTOMERS.best(jdbc, text, query.list()))
                .map(found -> chosen(among(found), query));
    }

    /** The query in an order that there is. */
    CustomerQuery ordered(CustomerQuery query) {
        return text(query).isPresent()
                ? query
                : query.with(BestMatch.without(
                        query.list(), CustomerQuery.byName(1).list().sort()));
    }

    /** For a page of those that one way of seeing them leads to. */
    Sql way(CustomerQuery query) {
        return chosen(Sql.of(TABLE + " WHERE"), query);
    }

    /** For a page of these customers. */
    Sql these(CustomerQuery query, Set<Long> ids) {
        return chosen(Sql.of(TABLE + " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_CUSTOMER_PK\n WHERE"), query)
                .add(" AND ")
                .add(ScopeSql.in("C.ID", ids));
    }

    /** For counting, where no order matters. */
    Sql count(CustomerQuery query) {
        return from(query, key(query));
    }

    private Sql from(CustomerQuery query, String index) {
        Sql from = text(query).map(text -> among(found(query, text))).orElseGet(() -> Sql.of(TABLE + index + " WHERE"));
        return chosen(from, query);
    }

    private Sql found(CustomerQuery query, SearchText text) {
        return BestMatch.isAsked(query.list().sort())
                ? CustomerTerms.CUSTOMERS.ranked(jdbc, text)
                : CustomerTerms.CUSTOMERS.found(jdbc, text);
    }

    private Optional<SearchText> text(CustomerQuery query) {
        return query.list().text().flatMap(typed -> CustomerTerms.search(typed, rights));
    }

    private static Sql chosen(Sql sql, CustomerQuery query) {
        sql.add(" C.ARCHIVED = ?", query.archived() ? 1 : 0);
        query.kind().ifPresent(kind -> sql.add(" AND C.KIND = ?", kind.name()));
        return sql;
    }

    // What has been found is looked up one by one, however little Derby knows of it.
    private static Sql among(Sql found) {
        return Sql.of(" FROM --DERBY-PROPERTIES joinOrder=FIXED\n (")
                .add(found)
                .add(") F, CRM_CUSTOMER_CUSTOMER C"
                        + " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=CRM_CUSTOMER_CUSTOMER_PK\n"
                        + " WHERE C.ID = F.RECORD_ID AND");
    }

    // Derby judges an index without knowing how few rows a page takes; PostgreSQL reads this as a comment.
    private static String index(CustomerQuery query) {
        String key = key(query);
        if (!key.isEmpty()) {
            return key;
        }
        Optional<SortOrder.Key> first = query.list().sort().first();
        if (first.isEmpty()) {
            return BY_ID;
        }
        String sort =
                (first.get().descending() ? "-" : "") + first.get().field().code();
        String index =
                query.kind().isPresent() && sort.equals("name") ? "CRM_CUSTOMER_KIND_NAME_IX" : INDEXES.get(sort);
        return index == null ? "" : " --DERBY-PROPERTIES index=" + index + "\n";
    }

    /** Where the filter names customers by a key. */
    private static String key(CustomerQuery query) {
        if (query.list().fixes("id")) {
            return BY_ID;
        }
        if (query.list().fixes("code")) {
            return " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_CODE_UK\n";
        }
        return query.list().fixes("externalId") ? " --DERBY-PROPERTIES constraint=CRM_CUSTOMER_EXTERNAL_ID_UK\n" : "";
    }
}
