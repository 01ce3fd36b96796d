package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Every column that can hold a text or a date, and who takes persons out of it. A column that is not in here fails the build:
 * whoever adds one says whether a person's data may come to lie there.
 */
public class PersonalDataInventoryTest {

    /** Table, the source that erases, the columns it erases; behind the bar those that never hold a person's data. */
    private static final String INVENTORY =
            """
            CRM_CUSTOMER_CUSTOMER             customer    CODE EXTERNAL_ID NAME NAME_KEY SHORT_NAME INDUSTRY SOURCE SIZE_BAND REGISTRATION_NUMBER WEB_SITE SEX BIRTHDAY JOB_POSITION EDUCATION OCCUPATION PREFERENCES FIRST_PHONE FIRST_EMAIL FIRST_CITY | KIND STAGE CREATED_BY UPDATED_BY
            CRM_CUSTOMER_PHONE                customer    PHONE DIGITS
            CRM_CUSTOMER_EMAIL                customer    EMAIL
            CRM_CUSTOMER_ADDRESS              customer    TYPE COUNTRY REGION CITY DISTRICT STREET POSTAL_CODE
            CRM_CUSTOMER_BANK_ACCOUNT         customer    BANK ACCOUNT_NUMBER
            CRM_CUSTOMER_PERSON               customer    NAME NAME_KEY PERSON_ROLE SEX BIRTHDAY JOB_POSITION EDUCATION OCCUPATION PREFERENCES CREATED_BY UPDATED_BY
            CRM_CUSTOMER_PERSON_PHONE         customer    PHONE DIGITS
            CRM_CUSTOMER_PERSON_EMAIL         customer    EMAIL
            CRM_CUSTOMER_CUSTOMER_VALUE       customer    TEXT_VALUE LONG_VALUE
            CRM_CUSTOMER_CUSTOMER_VALUE_IX    customer    TEXT_VALUE
            CRM_CUSTOMER_CUSTOMER_VALUE_UK    customer    VALUE_KEY
            CRM_CUSTOMER_PERSON_VALUE         customer    TEXT_VALUE LONG_VALUE
            CRM_CUSTOMER_PERSON_VALUE_IX      customer    TEXT_VALUE
            CRM_CUSTOMER_PERSON_VALUE_UK      customer    VALUE_KEY
            CRM_CUSTOMER_CUSTOMER_TERM        customer    TERM
            CRM_CUSTOMER_PERSON_TERM          customer    TERM
            CRM_CUSTOMER_SHARE                customer    HOLDER CREATED_BY
            CRM_CONTACT_INTERACTION           contact     SUBJECT SUMMARY OUTCOME NEXT_ON NEXT_WHAT | CHANNEL DIRECTION DONE_BY CREATED_BY UPDATED_BY
            CRM_CONTACT_INTERACTION_VALUE     contact     TEXT_VALUE LONG_VALUE
            CRM_CONTACT_INTERACTION_VALUE_IX  contact     TEXT_VALUE
            CRM_CONTACT_INTERACTION_VALUE_UK  contact     VALUE_KEY
            CRM_TRANSACTION_ORDER             -           | ORDER_NUMBER EXTERNAL_ID CURRENCY STATUS CREATED_BY UPDATED_BY
            CRM_TRANSACTION_ORDER_LINE        transaction DESCRIPTION | PRODUCT
            CRM_TRANSACTION_DELIVERY          transaction CARRIER TRACKING_NUMBER NOTE | CREATED_BY
            CRM_TRANSACTION_PAYMENT           transaction REFERENCE NOTE | CURRENCY METHOD CREATED_BY EXTERNAL_ID
            CRM_TRANSACTION_FACTS             -           | CURRENCY
            CRM_TRANSACTION_ORDER_VALUE       transaction TEXT_VALUE LONG_VALUE
            CRM_TRANSACTION_ORDER_VALUE_IX    transaction TEXT_VALUE
            CRM_TRANSACTION_ORDER_VALUE_UK    transaction VALUE_KEY
            CRM_SEGMENTATION_GRID             -           | NAME CURRENCY CREATED_BY
            CRM_EVENTS_OUTBOX                 events      DATA | TOPIC RECORD_TYPE
            CRM_EVENTS_DEAD_LETTER            events      DATA ERROR | SUBSCRIBER TOPIC RECORD_TYPE
            CRM_EVENTS_POSITION               events      LAST_ERROR | NAME HOLDER
            CRM_FIELDS_FIELD                  -           | RECORD_TYPE CODE FIELD_TYPE LABEL_EN LABEL_ZH HELP_EN HELP_ZH SECTION_EN SECTION_ZH REFERENCE_TYPE INDEX_STATE STANDARD_VALUE
            CRM_FIELDS_CHOICE                 -           | CODE LABEL_EN LABEL_ZH
            CRM_HISTORY_CHANGE                -           | RECORD_TYPE KIND CHANGED_BY ADDRESS
            CRM_HISTORY_FIELD                 history     BEFORE_JSON AFTER_JSON | FIELD
            CRM_HISTORY_ACT                   history     DETAIL | KIND ACTED_BY ADDRESS RECORD_TYPE
            CRM_HISTORY_UNSEALED              -           | SOURCE
            CRM_HISTORY_SEAL_ITEM             history     SALT | SOURCE DIGEST
            CRM_HISTORY_SEAL                  -           | PREVIOUS_HASH CONTENT_HASH HASH
            CRM_HISTORY_CHECK                 -           | STATE STARTED_BY NODE ERROR_CODE HEAD_HASH
            CRM_HISTORY_FINDING               -           | KIND RECORD_TYPE
            CRM_IDEMPOTENCY_REPLY             idempotency REQUEST_KEY BODY | CALLER FINGERPRINT CONTENT_TYPE LOCATION ETAG
            CRM_IMPORTS_JOB                   imports     FILE_NAME ERROR_EN ERROR_ZH MAPPING HEADER BULK_PATCH | RECORD_TYPE IMPORT_MODE ROW_POLICY CHARSET STATE CREATED_BY ERROR_CODE NODE RUNNER SPOOL ROLES UNDO_STATE UNDO_BY UNDO_ROLES BULK_ACTION
            CRM_IMPORTS_REJECT                imports     MESSAGE_EN MESSAGE_ZH CELLS COLUMN_CODE | CODE
            CRM_IMPORTS_UNDO                  imports     ENTRIES
            CRM_IMPORTS_CONFLICT              imports     MESSAGE_EN MESSAGE_ZH | CODE
            CRM_IMPORTS_BULK                  -           | IDS
            CRM_JOBS_JOB                      -           | NAME SCHEDULE HOLDER
            CRM_JOBS_RUN                      jobs        ERROR | JOB HOLDER OUTCOME
            CRM_VIEWS_VIEW                    views       NAME CONTENT | LIST OWNER
            CRM_VIEWS_STANDARD                -           | CALLER LIST
            CRM_PRIVACY_ERASURE               itself      REASON TRACES | SUBJECT_TYPE STATE ASKED_BY CERTIFICATE HASH
            CRM_PRIVACY_PART                  -           | SOURCE LABEL_EN LABEL_ZH STATE PROBLEM DID
            CRM_PRIVACY_SOURCE                -           | NAME LABEL_EN LABEL_ZH
            CRM_SECURITY_USER                 -           | NAME NAME_KEY PASSWORD_HASH ROLES FULL_NAME EMAIL LANGUAGE TIME_ZONE CREATED_BY UPDATED_BY SOURCE EXTERNAL_ID
            CRM_SECURITY_SESSION              -           | TOKEN_HASH ADDRESS AGENT
            CRM_SECURITY_DEPARTMENT           -           | NAME PATH PATH_END CREATED_BY UPDATED_BY SOURCE EXTERNAL_ID
            CRM_SECURITY_ROLE                 -           | CODE NAME_EN NAME_ZH REACH
            CRM_SECURITY_GRANT                -           | RECORD_TYPE ACTION
            CRM_SECURITY_FIELD_RIGHT          -           | RECORD_TYPE FIELD FIELD_RIGHT
            CRM_SECURITY_TEAM                 -           | NAME CREATED_BY UPDATED_BY
            CRM_SECURITY_SYNC                 -           | SOURCE ASKED_BY
            CRM_SECURITY_SYNC_CONFLICT        -           | SOURCE RECORD_TYPE EXTERNAL_ID NAME CODE TEXT_EN TEXT_ZH
            CRM_SECURITY_API_KEY              -           | NAME NAME_KEY TOKEN_HASH
            """;

    private static final Pattern TABLE =
            Pattern.compile("<(createTable|addColumn) tableName=\"([^\"]+)\"(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile(
            "<column name=\"([^\"]+)\" type=\"(?i:n?varchar|char|clob|longvar|nclob|blob|varbinary|date|json|text|\\$)");
    private static final Pattern NAME = Pattern.compile("String name\\(\\) \\{\\s*return (\"[a-z-]+\"|[A-Z_]+);");

    @Test
    public void everyColumnIsInTheInventory() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        INVENTORY.lines().forEach(line -> {
            List<String> cells = new ArrayList<>(List.of(line.strip().split("[ |]+", -1)));
            listed.put(cells.get(0), new TreeSet<>(cells.subList(2, cells.size())));
        });
        assertEquals(listed, columns());
    }

    @Test
    public void everyEraserInTheInventoryIsASource() throws IOException {
        Set<String> listed = new TreeSet<>();
        INVENTORY.lines().map(line -> line.strip().split(" +", -1)[1]).forEach(listed::add);
        listed.removeAll(Set.of("-", "itself"));
        assertEquals(sources(), listed);
    }

    private static Map<String, Set<String>> columns() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String changelog : texts("src/main/resources/db/", ".changelog.xml")) {
            Matcher table = TABLE.matcher(changelog);
            while (table.find()) {
                Matcher column = COLUMN.matcher(table.group(3));
                while (column.find()) {
                    found.computeIfAbsent(table.group(2), t -> new TreeSet<>()).add(column.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> sources() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String java : texts("src/main/java/", "PersonalData.java")) {
            if (java.contains("implements PersonalDataSource")) {
                Matcher name = NAME.matcher(java);
                assertTrue("a name", name.find());
                String text = name.group(1);
                names.add(text.startsWith("\"") ? text.substring(1, text.length() - 1) : "customer");
            }
        }
        return names;
    }

    private static List<String> texts(String folder, String end) throws IOException {
        Path bundles = Path.of(System.getProperty("crm.root", "..")).resolve("bundles");
        try (Stream<Path> files = Files.walk(bundles, 20)) {
            return files.filter(file -> file.toString().endsWith(end)
                            && file.toString().replace('\\', '/').contains(folder)
                            && !file.toString().contains("node_modules"))
                    .sorted()
                    .map(PersonalDataInventoryTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
