//! A stream of choices from a seed (splitmix64).

pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to n - 1.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// True once in so many.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }

    pub fn day(&mut self) -> jiff::civil::Date {
        self.pick(&super::DAYS).parse().unwrap()
    }

    /// Each item with a chance of one in `n`.
    pub fn some(&mut self, list: &[&str], n: usize) -> Vec<String> {
        list.iter().filter(|_| self.one_in(n)).map(|item| (*item).to_string()).collect()
    }

    /// At least one item.
    pub fn any_of(&mut self, list: &[&str]) -> Vec<String> {
        let mut found = self.some(list, 3);
        if found.is_empty() {
            found.push(self.pick(list).to_string());
        }
        found
    }

    /// Yes, no or nobody told.
    pub fn told(&mut self) -> Option<bool> {
        [None, Some(true), Some(false)][self.below(3)]
    }
}
