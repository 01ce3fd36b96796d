package io.guanxi.crm.contact;

/** How a contact came about. */
public enum Channel {
    CALL,
    VISIT,
    MEETING,
    EMAIL,
    SMS,
    WECHAT,
    LETTER,
    WEB,
    SERVICE,
    COUNTER
}
