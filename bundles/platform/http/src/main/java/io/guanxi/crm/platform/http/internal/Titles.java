package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.problem.Text;

/** What each status means, in a few words. */
final class Titles {

    private Titles() {}

    static Text of(int status) {
        return switch (status) {
            case 400 -> new Text("Malformed request", "请求格式有误");
            case 401 -> new Text("Not signed in", "未登录");
            case 403 -> new Text("Not allowed", "没有权限");
            case 404 -> new Text("Not found", "未找到");
            case 405 -> new Text("Method not allowed", "不支持该方法");
            case 406 -> new Text("Not acceptable", "无法提供所要求的格式");
            case 409 -> new Text("Conflict", "冲突");
            case 412 -> new Text("Changed meanwhile", "记录已被修改");
            case 413 -> new Text("Too large", "内容过大");
            case 414 -> new Text("Address too long", "地址过长");
            case 415 -> new Text("Unsupported body", "不支持的内容类型");
            case 422 -> new Text("Invalid values", "内容无效");
            case 428 -> new Text("Version missing", "缺少版本");
            case 431 -> new Text("Headers too long", "请求头过长");
            case 429 -> new Text("Too many requests", "请求过于频繁");
            case 503 -> new Text("Unavailable for a moment", "暂时不可用");
            default -> status < 500 ? new Text("Refused", "请求被拒绝") : new Text("Internal error", "内部错误");
        };
    }
}
