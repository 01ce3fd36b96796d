export const en = {
  bulk: {
    edit: 'Edit…',
    title: 'Edit {n} records',
    fields: 'Fields to change',
    rest: 'Everything else of the records stays as it is.',
    empty: 'Empty the field {name}',
    noField: 'Choose at least one field',
    noValue: 'Enter a value, or empty the field',
    apply: 'Change',
    question: 'Change {names} of {n} records?',
    task: 'Change: {names}',
    comma: ', '
  },
  tasks: {
    title: 'Activity',
    none: 'Nothing is going on',
    of: '{done} of {total}',
    sum: '{done} done, {failed} failed',
    undoOf: 'Undo: {title}',
    cancel: 'Cancel',
    dismiss: 'Remove {title} from the list',
    failures: 'What failed',
    more: '{n} more',
    import: 'Import {name}',
    bulk: { archive: 'Archive', restore: 'Restore', patch: 'Change', confirm: 'Confirm', cancel: 'Cancel' },
    bulkOf: '{action}: {n} records',
    states: { running: 'Running', done: 'Done', failed: 'Failed in part', cancelled: 'Cancelled' },
    lossQuestion: 'Work of yours is still going on in this window. Leave all the same?'
  },
  left: {
    rejects: '{n} not changed',
    conflicts: '{n} not taken back',
    why: {
      rejects: 'These records break a rule and were left as they are.',
      conflicts: 'The undo left these records as they are.'
    },
    none: 'There are none'
  }
}

export const zh: typeof en = {
  bulk: {
    edit: '编辑……',
    title: '编辑 {n} 条记录',
    fields: '要修改的字段',
    rest: '记录的其他内容保持不变。',
    empty: '清空“{name}”',
    noField: '请至少选择一个字段',
    noValue: '请填写，或清空该字段',
    apply: '修改',
    question: '修改 {n} 条记录的{names}？',
    task: '修改：{names}',
    comma: '、'
  },
  tasks: {
    title: '任务',
    none: '没有进行中的任务',
    of: '{done} / {total}',
    sum: '完成 {done}，失败 {failed}',
    undoOf: '撤销：{title}',
    cancel: '取消',
    dismiss: '从列表中移除“{title}”',
    failures: '失败明细',
    more: '另有 {n} 条',
    import: '导入 {name}',
    bulk: { archive: '归档', restore: '恢复', patch: '修改', confirm: '确认', cancel: '取消' },
    bulkOf: '{action}：{n} 条记录',
    states: { running: '进行中', done: '完成', failed: '部分失败', cancelled: '已取消' },
    lossQuestion: '此窗口中还有进行中的任务，仍要离开吗？'
  },
  left: {
    rejects: '{n} 条未修改',
    conflicts: '{n} 条未恢复',
    why: {
      rejects: '以下记录不符合规则，保持不变。',
      conflicts: '撤销时以下记录保持不变。'
    },
    none: '没有'
  }
}
