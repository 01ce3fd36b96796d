export const en = {
  from: 'First year',
  to: 'Last year',
  fromStart: 'From the start',
  toEnd: 'To the end',
  fromYear: 'From {year}',
  toYear: 'To {year}',
  currency: 'Currency',
  view: 'View',
  bars: 'Bars',
  line: 'Line',
  table: 'Table',
  figure: 'Revenue, {month}',
  revenue: {
    title: 'Revenue by month',
    lead: 'Confirmed orders by the month in which they were placed',
    chartLabel: 'Revenue by month from {from} to {to}; the best month is {best} with {revenue}',
    month: 'Month',
    orders: 'Orders',
    customers: 'Customers',
    revenue: 'Revenue',
    best: 'Best month',
    none: 'No confirmed orders in this range'
  },
  cells: {
    title: 'Customers by RFM cell',
    short: 'RFM cells',
    lead: 'Recency and frequency of confirmed orders, whatever they came to',
    asOf: 'Reference day',
    recency: 'Recency',
    frequency: 'Frequency',
    customers: 'Customers',
    share: 'Share',
    revenue: 'Revenue',
    none: 'No customer has a confirmed order yet',
    show: 'Recency {r}, frequency {f}: show {n} customers',
    total: '{n} customers, {revenue}'
  }
}

export const zh: typeof en = {
  from: '起始年',
  to: '截止年',
  fromStart: '从最早',
  toEnd: '到最近',
  fromYear: '从 {year} 年',
  toYear: '到 {year} 年',
  currency: '币种',
  view: '显示方式',
  bars: '柱状图',
  line: '折线图',
  table: '表格',
  figure: '{month}销售额',
  revenue: {
    title: '月度销售额',
    lead: '按下单月份统计的已确认订单',
    chartLabel: '{from}至{to}的月度销售额；最高的是{best}，为 {revenue}',
    month: '月份',
    orders: '订单数',
    customers: '客户数',
    revenue: '销售额',
    best: '最高月份',
    none: '此区间没有已确认的订单'
  },
  cells: {
    title: 'RFM 客户分布表',
    short: 'RFM 分布表',
    lead: '按已确认订单的近度和频度统计，不论金额',
    asOf: '基准日',
    recency: '近度',
    frequency: '频度',
    customers: '客户数',
    share: '占比',
    revenue: '销售额',
    none: '还没有客户有已确认的订单',
    show: '近度 {r}，频度 {f}：查看 {n} 位客户',
    total: '{n} 位客户，{revenue}'
  }
}
