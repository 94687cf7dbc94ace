using System.Reflection;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>Compact fields hold every value of their type.</summary>
public class CompactValueTests
{
    private static readonly DateTimeOffset?[] Times =
    [
        null, default(DateTimeOffset), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch,
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero).AddTicks(9), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-839)),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(14)).AddTicks(1),
    ];

    private static readonly long?[] Integers = [null, 0, 1, -1, 42, int.MinValue, long.MaxValue - 1, long.MaxValue, long.MinValue + 1, long.MinValue];

    private static readonly double?[] Numbers =
    [
        null, 0, -0.0, 1, -1.5, double.Epsilon, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        BitConverter.Int64BitsToDouble(0x7FF8_1234_5678_9ABC),
    ];

    // Every value after every other one, because a value that is kept elsewhere must not outlive its replacement.
    [Test]
    public void Hold_every_value_after_every_other_one()
    {
        var model = new Fields();
        using (Assert.EnterMultipleScope())
        {
            foreach (var before in Times)
            {
                foreach (var time in Times)
                {
                    model.Time = before;
                    model.Time = time;
                    Assert.That((model.Time, model.Time?.Offset), Is.EqualTo((time, time?.Offset)));
                    Assert.That(model.IsAssignedNull(0), Is.EqualTo(time is null));
                }
            }

            foreach (var before in Integers)
            {
                foreach (var integer in Integers)
                {
                    model.Integer = before;
                    model.Integer = integer;
                    Assert.That(model.Integer, Is.EqualTo(integer));
                    Assert.That(model.IsAssignedNull(1), Is.EqualTo(integer is null));
                }
            }

            foreach (var number in Numbers)
            {
                model.Number = number;
                Assert.That(model.Number, Is.EqualTo(number));
                Assert.That(model.IsAssignedNull(70), Is.EqualTo(number is null));
            }
        }
    }

    [Test]
    public void Are_null_at_first_and_take_eight_bytes()
    {
        var model = new Fields();
        Assert.That((model.Time, model.Integer, model.Number), Is.EqualTo(((DateTimeOffset?)null, (long?)null, (double?)null)));
        Assert.That(model.IsAssignedNull(0), Is.False);
        foreach (var type in (Type[])[typeof(CompactTime), typeof(CompactInteger), typeof(CompactNumber)])
        {
            var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic);
            Assert.That(fields.Select(field => field.FieldType), Is.EqualTo((Type[])[typeof(long)]));
        }
    }

    private sealed class Fields : IntercomModel
    {
        private CompactTime _time;
        private CompactInteger _integer;
        private CompactNumber _number;

        public DateTimeOffset? Time
        {
            get => Expand(_time, 0);
            set => _time = Compact(value, 0);
        }

        public long? Integer
        {
            get => Expand(_integer, 1);
            set => _integer = Compact(value, 1);
        }

        public double? Number
        {
            get => Expand(_number, 70);
            set => _number = Compact(value, 70);
        }
    }
}
