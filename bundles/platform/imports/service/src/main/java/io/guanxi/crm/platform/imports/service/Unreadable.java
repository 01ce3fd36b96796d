package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.UnreadableFileException;

/** Every reason for which a whole file is refused, in one place. */
final class Unreadable {

    private Unreadable() {}

    static UnreadableFileException empty() {
        return new UnreadableFileException("empty-file", "The file is empty.", "文件为空。");
    }

    static UnreadableFileException tooLarge(long limit) {
        return new UnreadableFileException(
                "file-too-large",
                "The file is larger than " + limit + " bytes. Split it.",
                "文件超过 " + limit + " 字节，请拆分后再导入。");
    }

    static UnreadableFileException binary(String what, String whatZh) {
        return new UnreadableFileException(
                "binary-file",
                "This is " + what + ", not a CSV text file. Save it as CSV and send that.",
                "这是" + whatZh + "，不是 CSV 文本文件，请另存为 CSV 后再导入。");
    }

    static UnreadableFileException noWorkbook() {
        return binary("a zip archive", "zip 压缩包");
    }

    static UnreadableFileException zipBomb() {
        return new UnreadableFileException(
                "zip-bomb",
                "The workbook unpacks to more than is allowed. Save the data as CSV and send that.",
                "工作簿解压后超过允许的大小，请将数据另存为 CSV 后再导入。");
    }

    static UnreadableFileException brokenWorkbook(Exception why) {
        UnreadableFileException broken = new UnreadableFileException(
                "broken-workbook",
                "The workbook can't be read. Open it in Excel, save it anew, or send CSV.",
                "无法读取该工作簿，请在 Excel 中打开并重新保存，或改用 CSV。");
        broken.initCause(why);
        return broken;
    }

    static UnreadableFileException errorCell(int row, int column) {
        return new UnreadableFileException(
                "error-cell",
                "Row " + row + ", column " + (column + 1) + " of the workbook holds an error value. Correct it there.",
                "工作簿第 " + row + " 行第 " + (column + 1) + " 列为错误值，请先更正。");
    }

    static UnreadableFileException unknownMapping(String code) {
        String shown = Clipped.text(code, 60);
        return new UnreadableFileException(
                "unknown-mapping",
                "The mapping names a column \"" + shown + "\" that there is not.",
                "映射中的列“" + shown + "”不存在。");
    }

    static UnreadableFileException unknownCharset(long line) {
        return new UnreadableFileException(
                "unknown-charset",
                "The text is neither UTF-8 (see line " + line
                        + ") nor GB18030. Save the file as UTF-8, or name its character set.",
                "文本既不是 UTF-8（见第 " + line + " 行）也不是 GB18030，请将文件另存为 UTF-8，或指明其字符集。");
    }

    static UnreadableFileException undecodable(String charset, long line) {
        return new UnreadableFileException(
                "undecodable-text",
                "Line " + line + " holds bytes that are not " + charset + ".",
                "第 " + line + " 行含有不符合 " + charset + " 编码的字节。");
    }

    static UnreadableFileException missingColumn(String code, String label) {
        return new UnreadableFileException(
                "missing-column",
                "The column \"" + code + "\" is missing in the header.",
                "表头缺少列“" + label + "”（" + code + "）。");
    }

    static UnreadableFileException duplicateColumn(String code, String label) {
        return new UnreadableFileException(
                "duplicate-column",
                "The column \"" + code + "\" stands in the header twice.",
                "表头中列“" + label + "”（" + code + "）重复。");
    }

    static UnreadableFileException tooManyColumns(int limit) {
        return new UnreadableFileException(
                "too-many-columns", "The header has more than " + limit + " columns.", "表头超过 " + limit + " 列。");
    }

    static UnreadableFileException openQuote(long line) {
        return new UnreadableFileException(
                "open-quote",
                "A quotation mark in the row that begins in line " + line + " is never closed.",
                "从第 " + line + " 行开始的记录中有未闭合的引号。");
    }

    static UnreadableFileException brokenQuote(long line) {
        return new UnreadableFileException(
                "broken-quote",
                "In the row that begins in line " + line
                        + " text follows a closing quotation mark. Double the quotation marks inside of a quoted cell.",
                "从第 " + line + " 行开始的记录中，右引号之后还有文字；引号内的引号应写两次。");
    }

    static UnreadableFileException fieldTooLong(long line, int limit) {
        return new UnreadableFileException(
                "field-too-long",
                "A cell of the row that begins in line " + line + " is longer than " + limit
                        + " characters. Perhaps a quotation mark is never closed.",
                "从第 " + line + " 行开始的记录中有超过 " + limit + " 个字符的单元格，可能有未闭合的引号。");
    }

    static UnreadableFileException recordTooLong(String key, long line, int limit) {
        return new UnreadableFileException(
                "record-too-long",
                "The record " + Clipped.text(key, 60) + " (line " + line + ") has more than " + limit + " rows.",
                "记录 " + Clipped.text(key, 60) + "（第 " + line + " 行）超过 " + limit + " 行。");
    }

    static UnreadableFileException tooScattered(String column, int limit) {
        return new UnreadableFileException(
                "too-scattered",
                "More than " + limit + " rows stand apart from the other rows of their record. Sort the file by "
                        + column + ".",
                "超过 " + limit + " 行与同一记录的其他行不相邻，请先按 " + column + " 排序。");
    }
}
