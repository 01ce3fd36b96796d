export const en = {
  privacy: {
    title: 'Erasures',
    lead: 'Persons who were erased, with what was done and what was kept',
    personal: 'Personal data',
    export: 'Export personal data',
    exporting: 'Everything kept about {name}',
    erase: 'Erase',
    eraseOne: 'Erase {name}',
    warning:
      'Everything that is known of this person is deleted from records, copies, history and events. This cannot be undone.',
    reason: 'Reason',
    reasonHint: 'Goes into the certificate, without the name',
    type: 'Type “{name}” to confirm',
    mismatch: 'This is not the name',
    begun: 'The erasure has begun',
    who: 'Who',
    state: 'State',
    asked: 'Asked',
    none: 'Nobody was erased',
    show: 'What was done',
    certificate: 'Certificate',
    states: { running: 'Under way', done: 'Done' },
    parts: { waiting: 'Waiting', away: 'Away, waited for', retrying: 'Tried again', done: 'Done', skipped: 'Skipped' },
    deeds: { deleted: 'deleted', emptied: 'emptied', kept: 'kept' },
    nothing: 'Nothing was there',
    hash: 'SHA-256 {hash}'
  }
}

export const zh: typeof en = {
  privacy: {
    title: '个人数据删除',
    lead: '已删除的个人，以及处理和保留的内容',
    personal: '个人数据',
    export: '导出个人数据',
    exporting: '关于{name}的全部数据',
    erase: '彻底删除',
    eraseOne: '彻底删除{name}',
    warning: '将从记录、副本、历史和事件中删除此人的全部数据，无法恢复。',
    reason: '原因',
    reasonHint: '将写入证明，其中的姓名会去除',
    type: '请输入“{name}”以确认',
    mismatch: '姓名不符',
    begun: '已开始删除',
    who: '对象',
    state: '状态',
    asked: '申请',
    none: '没有删除过个人数据',
    show: '处理详情',
    certificate: '证明',
    states: { running: '进行中', done: '已完成' },
    parts: { waiting: '等待中', away: '模块不在，等待中', retrying: '将重试', done: '已完成', skipped: '已跳过' },
    deeds: { deleted: '已删除', emptied: '已清空', kept: '已保留' },
    nothing: '没有相关内容',
    hash: 'SHA-256 {hash}'
  }
}
