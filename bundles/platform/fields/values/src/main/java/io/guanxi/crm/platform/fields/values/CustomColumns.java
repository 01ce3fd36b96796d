package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns that custom fields add to files. */
public final class CustomColumns {

    private CustomColumns() {}

    /**
     * The module's own columns, then one for each custom field: {@code custom.<code>}, or its label in either language
     * where no column before has it.
     */
    public static List<ImportColumn> behind(List<ImportColumn> own, List<CustomField> fields) {
        List<ImportColumn> columns = new ArrayList<>(own);
        Set<String> labels = new HashSet<>();
        own.forEach(column -> addNames(column, labels));
        fields.forEach(field -> labels.add(ImportColumn.folded(field.field().code())));
        for (CustomField field : fields) {
            String code = field.field().code();
            Text label = field.field().label();
            ImportColumn column = new ImportColumn(
                    code, new Text(free(label.en(), code, labels), free(label.zh(), code, labels)), false);
            addNames(column, labels);
            columns.add(column);
        }
        return columns;
    }

    private static void addNames(ImportColumn column, Set<String> labels) {
        labels.add(ImportColumn.folded(column.code()));
        labels.add(ImportColumn.folded(column.label().en()));
        labels.add(ImportColumn.folded(column.label().zh()));
    }

    private static String free(String label, String code, Set<String> labels) {
        return labels.contains(ImportColumn.folded(label)) ? code : label;
    }
}
