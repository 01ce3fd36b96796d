export const en = {
  title: 'Interactions',
  lead: 'Every contact with a customer, newest first',
  recent: 'Latest interactions',
  toList: 'All interactions',
  none: 'No interactions recorded yet',
  last: 'Last contact',
  record: 'Record interaction',
  saved: 'The interaction was recorded',
  channel: 'Channel',
  direction: 'Direction',
  at: 'Date and time',
  subject: 'Subject',
  summary: 'Summary',
  result: 'Result',
  resultOf: 'Result: {result}',
  nextStep: 'Next step',
  nextAt: 'When',
  nextWhat: 'What',
  next: '{at}: {what}',
  channels: {
    call: 'Call',
    visit: 'Visit',
    meeting: 'Meeting',
    email: 'E-mail',
    sms: 'Text message',
    wechat: 'WeChat',
    letter: 'Letter',
    web: 'Web site',
    service: 'Service',
    counter: 'Counter'
  },
  directions: { out: 'by us', in: 'by the customer' },
  missing: {
    subject: 'Enter a subject',
    at: 'Enter date and time',
    nextStep: 'Give both the date and what is to be done'
  }
}

export const zh: typeof en = {
  title: '互动记录',
  lead: '与客户的每次联系，最新的在前',
  recent: '最近互动',
  toList: '全部互动',
  none: '还没有互动记录',
  last: '最近联系',
  record: '记录互动',
  saved: '互动已记录',
  channel: '渠道',
  direction: '方向',
  at: '日期时间',
  subject: '主题',
  summary: '内容',
  result: '结果',
  resultOf: '结果：{result}',
  nextStep: '下一步',
  nextAt: '时间',
  nextWhat: '事项',
  next: '{at}：{what}',
  channels: {
    call: '电话',
    visit: '拜访',
    meeting: '会议',
    email: '邮件',
    sms: '短信',
    wechat: '微信',
    letter: '信函',
    web: '网站',
    service: '服务',
    counter: '柜台'
  },
  directions: { out: '我方发起', in: '客户发起' },
  missing: {
    subject: '请填写主题',
    at: '请填写日期时间',
    nextStep: '请同时填写时间和事项'
  }
}
