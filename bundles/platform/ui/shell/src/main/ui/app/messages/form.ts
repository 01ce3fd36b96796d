export const en = {
  yes: 'Yes',
  no: 'No',
  form: {
    required: 'Enter a value',
    noNumber: 'Enter a number',
    tooLong: 'At most {n} characters',
    tooSmall: 'At least {min}',
    tooLarge: 'At most {max}',
    several: 'Several separated by semicolons',
    currency: 'Currency',
    more: 'Further fields',
    lossQuestion: 'What you entered is not saved. Leave all the same?',
    lose: 'Leave without saving'
  },
  reference: {
    search: 'Type to search',
    none: 'Nothing found',
    id: 'Id of the record'
  },
  history: {
    title: 'History',
    none: 'No changes recorded yet',
    absent: 'The server keeps no history of this record.',
    before: 'before:',
    after: 'after:',
    nothing: 'nothing',
    actions: {
      created: 'Created',
      changed: 'Changed',
      archived: 'Archived',
      restored: 'Restored'
    }
  }
}

export const zh: typeof en = {
  yes: '是',
  no: '否',
  form: {
    required: '请填写',
    noNumber: '请填写数字',
    tooLong: '最多 {n} 个字符',
    tooSmall: '不小于 {min}',
    tooLarge: '不大于 {max}',
    several: '多个请用分号隔开',
    currency: '币种',
    more: '更多字段',
    lossQuestion: '填写的内容尚未保存，仍要离开吗？',
    lose: '不保存离开'
  },
  reference: {
    search: '输入以搜索',
    none: '没有找到',
    id: '记录编号'
  },
  history: {
    title: '变更历史',
    none: '还没有变更记录',
    absent: '服务器没有保存该记录的历史。',
    before: '变更前：',
    after: '变更后：',
    nothing: '空',
    actions: {
      created: '创建',
      changed: '修改',
      archived: '归档',
      restored: '恢复'
    }
  }
}
