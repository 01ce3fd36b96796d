package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Lists the custom fields of a record type, retired ones included. */
@Service
@Command(scope = "crm", name = "fields", description = "Lists the custom fields of a record type")
public class FieldsCommand extends CrmCommand {

    @Argument(name = "type", required = true, description = "Such as customer, person, interaction or order")
    @SuppressWarnings("NullAway.Init")
    private String type;

    @Override
    void run(PrintStream console) {
        ShellTable table = new ShellTable().emptyTableText("no custom fields");
        List.of("Id", "Code", "Type", "Label", "Rules", "Index", "State").forEach(table::column);
        for (CustomField field : with(CustomFieldAdmin.class, admin -> admin.all(type))) {
            table.addRow()
                    .addContent(
                            field.id(),
                            field.field().code(),
                            field.field().type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            field.field().label().en() + " / "
                                    + field.field().label().zh(),
                            rules(field),
                            index(field),
                            field.retired() ? "retired" : "in use");
        }
        table.print(console);
    }

    private static String rules(CustomField field) {
        String required = field.field().rules().required() ? "required " : "";
        return (required + (field.field().rules().unique() ? "unique" : "")).strip();
    }

    private static String index(CustomField field) {
        if (field.indexing()) {
            return "being filled";
        }
        return field.indexed() ? "yes" : "";
    }
}
