package io.guanxi.crm.itests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which right each endpoint asks for, and of whose record. An endpoint that is not in here fails the build. */
final class AccessMatrix {

    /** What an endpoint is about. */
    enum Kind {
        /** Nobody has to sign in. */
        PUBLIC,
        /** Everybody who has signed in; what it is about is the caller's own. */
        SIGNED_IN,
        /** One of these rights, and no record that belongs to somebody. */
        RIGHT,
        /** All records of the type that the caller reaches. */
        LIST,
        /** One record of a customer: unknown to who doesn't reach the customer. */
        RECORD,
        /** Its body names a customer: refused as unknown to who doesn't reach it. */
        NAMES_CUSTOMER
    }

    /** A right, such as {@code customer read}; several that are all needed are parted by {@code +}. */
    record Row(String method, String path, Kind kind, List<String> rights) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String ROWS =
            """
            POST   platform/v1/session                          PUBLIC
            DELETE platform/v1/session                          PUBLIC
            GET    platform/v1/setup                            PUBLIC
            POST   platform/v1/setup                            PUBLIC
            GET    platform/v1/me                               SIGNED_IN
            PATCH  platform/v1/me                               SIGNED_IN
            POST   platform/v1/me/password                      SIGNED_IN
            GET    platform/v1/me/sessions                      SIGNED_IN
            DELETE platform/v1/me/sessions                      SIGNED_IN
            DELETE platform/v1/me/sessions/{id}                 SIGNED_IN
            GET    platform/v1/colleagues                       SIGNED_IN
            GET    platform/v1/colleagues/{id}                  SIGNED_IN
            GET    platform/v1/users                            RIGHT user.read
            POST   platform/v1/users                            RIGHT user.configure
            GET    platform/v1/users/{id}                       RIGHT user.read
            PATCH  platform/v1/users/{id}                       RIGHT user.read user.configure
            POST   platform/v1/users/{id}/password              RIGHT user.configure
            GET    platform/v1/users/{id}/preview               RIGHT user.configure
            GET    platform/v1/identity-providers               RIGHT user.read
            POST   platform/v1/identity-providers/{provider}/sync RIGHT user.configure
            GET    platform/v1/departments                      RIGHT department.read
            POST   platform/v1/departments                      RIGHT department.configure
            GET    platform/v1/departments/{id}                 RIGHT department.read
            PATCH  platform/v1/departments/{id}                 RIGHT department.read department.configure
            DELETE platform/v1/departments/{id}                 RIGHT department.configure
            GET    platform/v1/teams                            RIGHT team.read
            POST   platform/v1/teams                            RIGHT team.configure
            GET    platform/v1/teams/{id}                       RIGHT team.read
            PATCH  platform/v1/teams/{id}                       RIGHT team.read team.configure
            DELETE platform/v1/teams/{id}                       RIGHT team.configure
            GET    platform/v1/roles                            RIGHT role.read
            POST   platform/v1/roles                            RIGHT role.configure
            GET    platform/v1/roles/matrix                     RIGHT role.read
            GET    platform/v1/roles/{id}                       RIGHT role.read
            PATCH  platform/v1/roles/{id}                       RIGHT role.read role.configure
            DELETE platform/v1/roles/{id}                       RIGHT role.configure
            POST   platform/v1/roles/{id}/reset                 RIGHT role.configure
            GET    platform/v1/roles/{id}/preview               RIGHT role.configure
            GET    platform/v1/api-keys                         RIGHT api-key.configure
            POST   platform/v1/api-keys                         RIGHT api-key.configure
            GET    platform/v1/api-keys/{id}                    RIGHT api-key.configure
            DELETE platform/v1/api-keys/{id}                    RIGHT api-key.configure
            GET    platform/v1/fields                           RIGHT field.read
            POST   platform/v1/fields                           RIGHT field.configure
            GET    platform/v1/fields/{id}                      RIGHT field.read
            PATCH  platform/v1/fields/{id}                      RIGHT field.read field.configure
            DELETE platform/v1/fields/{id}                      RIGHT field.configure
            POST   platform/v1/fields/{id}/restore              RIGHT field.configure
            GET    platform/v1/jobs                             RIGHT job.read
            GET    platform/v1/jobs/{name}/runs                 RIGHT job.read
            POST   platform/v1/jobs/{name}/run                  RIGHT job.configure
            POST   platform/v1/jobs/{name}/cancel               RIGHT job.configure
            GET    platform/v1/events                           RIGHT event.read
            GET    platform/v1/subscriptions                    RIGHT event.read
            DELETE platform/v1/subscriptions/{name}             RIGHT event.configure
            POST   platform/v1/subscriptions/{name}/pause       RIGHT event.configure
            POST   platform/v1/subscriptions/{name}/resume      RIGHT event.configure
            GET    platform/v1/subscriptions/{name}/dead-letters                     RIGHT event.read
            POST   platform/v1/subscriptions/{name}/dead-letters/replay              RIGHT event.configure
            POST   platform/v1/subscriptions/{name}/dead-letters/{sequence}/replay   RIGHT event.configure
            DELETE platform/v1/subscriptions/{name}/dead-letters/{sequence}          RIGHT event.configure
            GET    platform/v1/audit                            RIGHT audit.read
            GET    platform/v1/audit/chain                      RIGHT audit.read
            POST   platform/v1/audit/verify                     RIGHT audit.read
            GET    platform/v1/audit/checks                     RIGHT audit.read
            GET    platform/v1/audit/checks/{id}                RIGHT audit.read
            DELETE platform/v1/audit/checks/{id}                RIGHT audit.read
            GET    platform/v1/personal-data/{type}/{id}        RIGHT privacy.export
            GET    platform/v1/erasures                         RIGHT privacy.read
            POST   platform/v1/erasures                         RIGHT privacy.archive
            GET    platform/v1/erasures/{id}                    RIGHT privacy.read
            GET    platform/v1/erasures/{id}/certificate        RIGHT privacy.read
            GET    platform/v1/views                            RIGHT view.read
            POST   platform/v1/views                            RIGHT view.read
            GET    platform/v1/views/{id}                       RIGHT view.read
            PATCH  platform/v1/views/{id}                       RIGHT view.read
            DELETE platform/v1/views/{id}                       RIGHT view.read
            GET    platform/v1/imports                          SIGNED_IN
            POST   platform/v1/imports                          SIGNED_IN
            GET    platform/v1/imports/types                    SIGNED_IN
            POST   platform/v1/imports/preview                  SIGNED_IN
            GET    platform/v1/imports/{id}                     SIGNED_IN
            DELETE platform/v1/imports/{id}                     SIGNED_IN
            POST   platform/v1/imports/{id}/undo                SIGNED_IN
            GET    platform/v1/imports/{id}/rejects             SIGNED_IN
            GET    platform/v1/imports/{id}/conflicts           SIGNED_IN
            GET    platform/v1/bulk-changes                     SIGNED_IN
            GET    platform/v1/bulk-changes/{id}                SIGNED_IN
            DELETE platform/v1/bulk-changes/{id}                SIGNED_IN
            POST   platform/v1/bulk-changes/{id}/undo           SIGNED_IN
            GET    platform/v1/bulk-changes/{id}/rejects        SIGNED_IN
            GET    platform/v1/bulk-changes/{id}/conflicts      SIGNED_IN
            GET    customer/v1/persons                          LIST person.read
            GET    customer/v1/customers                        LIST customer.read
            POST   customer/v1/customers                        RIGHT customer.create
            POST   customer/v1/customers/bulk                   RIGHT customer.bulk
            GET    customer/v1/customers/{id}                   RECORD customer.read
            PATCH  customer/v1/customers/{id}                   RECORD customer.read customer.update
            DELETE customer/v1/customers/{id}                   RECORD customer.archive
            POST   customer/v1/customers/{id}/restore           RECORD customer.archive
            GET    customer/v1/customers/{id}/history           RECORD customer.read
            POST   customer/v1/customers/{customerId}/transfer  RECORD customer.share
            POST   customer/v1/customers/{customerId}/release   RECORD customer.share
            GET    customer/v1/customers/{customerId}/shares    RECORD customer.read
            POST   customer/v1/customers/{customerId}/shares    RECORD customer.share
            DELETE customer/v1/customers/{customerId}/shares/{id}                RECORD customer.share
            GET    customer/v1/customers/{customerId}/persons                    RECORD person.read
            POST   customer/v1/customers/{customerId}/persons                    RECORD person.create
            POST   customer/v1/customers/{customerId}/persons/bulk               RIGHT person.bulk
            GET    customer/v1/customers/{customerId}/persons/{id}               RECORD person.read
            PATCH  customer/v1/customers/{customerId}/persons/{id}               RECORD person.read person.update
            DELETE customer/v1/customers/{customerId}/persons/{id}               RECORD person.archive
            POST   customer/v1/customers/{customerId}/persons/{id}/restore       RECORD person.archive
            GET    customer/v1/customers/{customerId}/persons/{id}/history       RECORD person.read
            GET    contact/v1/interactions                      LIST interaction.read
            POST   contact/v1/interactions                      NAMES_CUSTOMER interaction.create
            POST   contact/v1/interactions/bulk                 RIGHT interaction.bulk
            GET    contact/v1/interactions/{id}                 RECORD interaction.read
            PATCH  contact/v1/interactions/{id}                 RECORD interaction.read interaction.update
            DELETE contact/v1/interactions/{id}                 RECORD interaction.archive
            POST   contact/v1/interactions/{id}/restore         RECORD interaction.archive
            GET    contact/v1/interactions/{id}/history         RECORD interaction.read
            GET    transaction/v1/orders                        LIST order.read
            POST   transaction/v1/orders                        NAMES_CUSTOMER order.create
            POST   transaction/v1/orders/bulk                   RIGHT order.bulk
            GET    transaction/v1/orders/{id}                   RECORD order.read
            PATCH  transaction/v1/orders/{id}                   RECORD order.read order.update
            GET    transaction/v1/orders/{id}/history           RECORD order.read
            GET    transaction/v1/orders/{orderId}/deliveries         RECORD order.read
            POST   transaction/v1/orders/{orderId}/deliveries         RECORD order.update
            GET    transaction/v1/orders/{orderId}/deliveries/{id}    RECORD order.read
            GET    transaction/v1/orders/{orderId}/payments           RECORD order.read
            POST   transaction/v1/orders/{orderId}/payments           RECORD order.update
            GET    transaction/v1/orders/{orderId}/payments/{id}      RECORD order.read
            GET    transaction/v1/customers/{customerId}/facts  RECORD order.read customer.read
            GET    segmentation/v1/customers/{id}/rfm           RECORD segment.read figure.read customer.read
            GET    segmentation/v1/rfm                          RIGHT segment.read figure.read
            GET    segmentation/v1/rfm/members                  RIGHT segment.read figure.read customer.read
            POST   segmentation/v1/rfm/recompute                RIGHT segment.update
            GET    segmentation/v1/rfm/grids                    RIGHT segment.read
            POST   segmentation/v1/rfm/grids                    RIGHT segment.create
            GET    segmentation/v1/rfm/grids/{name}             RIGHT segment.read
            GET    reporting/v1/reports                         RIGHT report.read
            GET    reporting/v1/reports/revenue-by-month/run    RIGHT report.read figure.read
            GET    reporting/v1/reports/customers-by-rfm-cell/run     RIGHT report.read segment.read figure.read
            """;

    private static final Map<String, Row> BY_ROUTE = ROWS.lines()
            .filter(line -> !line.isBlank())
            .map(AccessMatrix::row)
            .collect(Collectors.toUnmodifiableMap(Row::toString, Function.identity()));

    private AccessMatrix() {}

    private static Row row(String line) {
        List<String> cells = List.of(line.strip().split(" +", -1));
        return new Row(
                cells.get(0), "/crm/api/" + cells.get(1), Kind.valueOf(cells.get(2)), cells.subList(3, cells.size()));
    }

    static Optional<Row> of(ApiDocument.Route route) {
        return Optional.ofNullable(BY_ROUTE.get(route.toString()));
    }

    static int size() {
        return BY_ROUTE.size();
    }
}
