package io.guanxi.crm.platform.query;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.Arity;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.LogicalOperator;
import cz.jirutka.rsql.parser.ast.Node;
import io.guanxi.crm.platform.fields.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text, through the RSQL parser, into a {@link Filter}: names are looked up, values are typed, everything is bounded. */
final class FilterParser {

    // How many values an operator takes is judged here: the parser would not say where the mistake is.
    private static final RSQLParser PARSER = new RSQLParser(Arrays.stream(Operator.values())
            .map(operator -> new ComparisonOperator(operator.symbol(), Arity.of(0, Integer.MAX_VALUE)))
            .collect(Collectors.toSet()));
    private static final Pattern COLUMN = Pattern.compile("at line \\d+, column (\\d+)");

    private final String text;
    private final FilterText places;
    private final Map<String, Field> fields;
    private final Moments moments;
    private int nodes;

    FilterParser(String text, List<Field> fields, Moments moments) {
        this.text = text;
        this.places = new FilterText(text);
        this.fields = fields.stream()
                .filter(field -> field.use().filterable())
                .collect(Collectors.toMap(Field::code, Function.identity(), (one, other) -> one));
        this.moments = moments;
    }

    Filter parse() {
        if (text.length() > Filter.MAX_LENGTH) {
            throw InvalidFilterException.at(
                    Filter.MAX_LENGTH + 1,
                    "The filter has more than " + Filter.MAX_LENGTH + " characters.",
                    "筛选条件超过 " + Filter.MAX_LENGTH + " 个字符。");
        }
        // Before the parser runs: it recurses into groups.
        places.requireDepth(Filter.MAX_DEPTH);
        return toFilter(parsed());
    }

    private Node parsed() {
        try {
            return PARSER.parse(text);
        } catch (RSQLParserException e) {
            throw refused(e);
        }
    }

    private InvalidFilterException refused(RSQLParserException e) {
        String message = String.valueOf(e.getMessage());
        Matcher column = COLUMN.matcher(message);
        int at = column.find() ? Integer.parseInt(column.group(1)) : places.ofUnknownOperator();
        // Where something is missing at the end, the parser names the last character.
        at += message.contains("Encountered \"<EOF>\"") ? 1 : 0;
        return InvalidFilterException.at(
                Math.max(1, Math.min(at, text.length() + 1)),
                "This is not a filter. Write it as name==\"…\" with ; for and, and , for or.",
                "筛选条件格式有误。请写成 name==\"…\" 的形式，用 ; 表示“且”，用 , 表示“或”。");
    }

    private Filter toFilter(Node node) {
        if (++nodes > Filter.MAX_NODES) {
            throw InvalidFilterException.at(
                    places.column(),
                    "The filter has more than " + Filter.MAX_NODES + " conditions.",
                    "筛选条件超过 " + Filter.MAX_NODES + " 个。");
        }
        if (node instanceof LogicalNode logical) {
            List<Filter> parts = new ArrayList<>();
            for (Node child : logical) {
                parts.add(toFilter(child));
            }
            return logical.getOperator() == LogicalOperator.AND ? new Filter.And(parts) : new Filter.Or(parts);
        }
        return comparison((ComparisonNode) node);
    }

    private Filter comparison(ComparisonNode node) {
        Operator operator = Operator.of(node.getOperator().getSymbol()).orElseThrow();
        places.advance(node.getSelector(), operator.symbol());
        Field field = fields.get(node.getSelector());
        if (field == null) {
            throw InvalidFilterException.at(
                    places.column(),
                    "There is no field " + node.getSelector() + " to filter by.",
                    "没有可用于筛选的字段 " + node.getSelector() + "。");
        }
        if (!operator.suits(field.type())) {
            throw InvalidFilterException.at(
                    places.column(),
                    "The field " + field.code() + " can't be compared by " + operator.symbol() + ".",
                    "字段 " + field.code() + " 不支持 " + operator.symbol() + "。");
        }
        if (!operator.takes(node.getArguments().size())) {
            throw InvalidFilterException.at(
                    places.column(),
                    "The number of values does not suit " + operator.symbol() + ".",
                    "值的个数与 " + operator.symbol() + " 不符。");
        }
        OperandParser parser = new OperandParser(field, operator, moments, places.column());
        return new Filter.Comparison(
                field, operator, node.getArguments().stream().map(parser::parse).toList());
    }
}
